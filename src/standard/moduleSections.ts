/** Sections of PS3.3 that define a module, by the name the tables of modules use; modules that are seldom met are not listed. */
const SECTIONS = `
Patient C.7.1.1 Patient
ClinicalTrialSubject C.7.1.3 Clinical Trial Subject
GeneralStudy C.7.2.1 General Study
PatientStudy C.7.2.2 Patient Study
ClinicalTrialStudy C.7.2.3 Clinical Trial Study
GeneralSeries C.7.3.1 General Series
ClinicalTrialSeries C.7.3.2 Clinical Trial Series
FrameOfReference C.7.4.1 Frame of Reference
Synchronization C.7.4.2 Synchronization
GeneralEquipment C.7.5.1 General Equipment
EnhancedGeneralEquipment C.7.5.2 Enhanced General Equipment
GeneralImage C.7.6.1 General Image
ImagePlane C.7.6.2 Image Plane
ImagePixel C.7.6.3 Image Pixel
ContrastBolus C.7.6.4 Contrast/Bolus
EnhancedContrastBolus C.7.6.4b Enhanced Contrast/Bolus
Cine C.7.6.5 Cine
MultiFrame C.7.6.6 Multi-frame
FramePointers C.7.6.9 Frame Pointers
Mask C.7.6.10 Mask
DisplayShutter C.7.6.11 Display Shutter
Device C.7.6.12 Device
Intervention C.7.6.13 Intervention
AcquisitionContext C.7.6.14 Acquisition Context
MultiFrameFunctionalGroupsCommon C.7.6.16 Multi-frame Functional Groups
MultiFrameDimension C.7.6.17 Multi-frame Dimension
CardiacSynchronization C.7.6.18.1 Cardiac Synchronization
RespiratorySynchronization C.7.6.18.2 Respiratory Synchronization
SupplementalPaletteColorLUT C.7.6.19 Supplemental Palette Color Lookup Table
Specimen C.7.6.22 Specimen
PaletteColorLookupTable C.7.9 Palette Color Lookup Table
GeneralAcquisition C.7.10.1 General Acquisition
CRSeries C.8.1.1 CR Series
CRImage C.8.1.2 CR Image
CTImage C.8.2.1 CT Image
MRImage C.8.3.1 MR Image
NMPETPatientOrientation C.8.4.6 NM/PET Patient Orientation
NMImagePixel C.8.4.7 NM Image Pixel
NMMultiFrame C.8.4.8 NM Multi-frame
NMImage C.8.4.9 NM Image
NMIsotope C.8.4.10 NM Isotope
NMDetector C.8.4.11 NM Detector
NMTomoAcquisition C.8.4.12 NM TOMO Acquisition
NMMultiGatedAcquisition C.8.4.13 NM Multi-gated Acquisition
NMPhase C.8.4.14 NM Phase
NMReconstruction C.8.4.15 NM Reconstruction
USRegionCalibration C.8.5.5 US Region Calibration
USImage C.8.5.6 US Image
SCEquipment C.8.6.1 SC Equipment
SCImage C.8.6.2 SC Image
SCMultiFrameImage C.8.6.3 SC Multi-frame Image
SCMultiFrameVector C.8.6.4 SC Multi-frame Vector
XRayImage C.8.7.1 X-Ray Image
XRayAcquisition C.8.7.2 X-Ray Acquisition
XRayCollimator C.8.7.3 X-Ray Collimator
XRayTable C.8.7.4 X-Ray Table
XAPositioner C.8.7.5 XA Positioner
XRFPositioner C.8.7.6 XRF Positioner
XRayTomographyAcquisition C.8.7.7 X-Ray Tomography Acquisition
XRayAcquisitionDose C.8.7.8 X-Ray Acquisition Dose
XRayGeneration C.8.7.9 X-Ray Generation
XRayFiltration C.8.7.10 X-Ray Filtration
XRayGrid C.8.7.11 X-Ray Grid
RTSeries C.8.8.1 RT Series
RTImage C.8.8.2 RT Image
RTDose C.8.8.3 RT Dose
RTDVH C.8.8.4 RT DVH
StructureSet C.8.8.5 Structure Set
ROIContour C.8.8.6 ROI Contour
RTDoseROI C.8.8.7 RT Dose ROI
RTROIObservations C.8.8.8 RT ROI Observations
RTGeneralPlan C.8.8.9 RT General Plan
RTPrescription C.8.8.10 RT Prescription
RTToleranceTables C.8.8.11 RT Tolerance Tables
RTPatientSetup C.8.8.12 RT Patient Setup
RTFractionScheme C.8.8.13 RT Fraction Scheme
RTBeams C.8.8.14 RT Beams
RTBrachyApplicationSetups C.8.8.15 RT Brachy Application Setups
Approval C.8.8.16 Approval
PETSeries C.8.9.1 PET Series
PETIsotope C.8.9.2 PET Isotope
PETMultigatedAcquisition C.8.9.3 PET Multi-gated Acquisition
PETImage C.8.9.4 PET Image
DXSeries C.8.11.1 DX Series
DXAnatomyImaged C.8.11.2 DX Anatomy Imaged
DXImage C.8.11.3 DX Image
DXDetector C.8.11.4 DX Detector
DXPositioning C.8.11.5 DX Positioning
MammographySeries C.8.11.6 Mammography Series
MammographyImage C.8.11.7 Mammography Image
IntraoralSeries C.8.11.8 Intra-oral Series
IntraoralImage C.8.11.9 Intra-oral Image
VLImage C.8.12.1 VL Image
SlideCoordinates C.8.12.2 Slide Coordinates
WholeSlideMicroscopyImage C.8.12.4 Whole Slide Microscopy Image
OpticalPath C.8.12.5 Optical Path
SlideLabel C.8.12.8 Slide Label
EnhancedMRImage C.8.13.1 Enhanced MR Image
EnhancedCTImage C.8.15.2 Enhanced CT Image
SegmentationSeries C.8.20.1 Segmentation Series
SegmentationImage C.8.20.2 Segmentation Image
OverlayPlane C.9.2 Overlay Plane
MultiFrameOverlay C.9.3 Multi-frame Overlay
DisplayedArea C.10.4 Displayed Area
GraphicAnnotation C.10.5 Graphic Annotation
SpatialTransformation C.10.6 Spatial Transformation
GraphicLayer C.10.7 Graphic Layer
WaveformIdentification C.10.8 Waveform Identification
Waveform C.10.9 Waveform
WaveformAnnotation C.10.10 Waveform Annotation
ModalityLUT C.11.1 Modality LUT
VOILUT C.11.2 VOI LUT
SoftcopyPresentationLUT C.11.6 Softcopy Presentation LUT
SoftcopyVOILUT C.11.8 Softcopy VOI LUT
PresentationSeries C.11.9 Presentation Series
PresentationStateIdentification C.11.10 Presentation State Identification
PresentationStateRelationship C.11.11 Presentation State Relationship
ICCProfile C.11.15 ICC Profile
SOPCommon C.12.1 SOP Common
CommonInstanceReference C.12.2 Common Instance Reference
FrameExtraction C.12.3 Frame Extraction
GeneralReference C.12.4 General Reference
SRDocumentSeries C.17.1 SR Document Series
SRDocumentGeneral C.17.2 SR Document General
SRDocumentContent C.17.3 SR Document Content
KeyObjectDocumentSeries C.17.6.1 Key Object Document Series
KeyObjectDocument C.17.6.2 Key Object Document
EncapsulatedDocumentSeries C.24.1 Encapsulated Document Series
EncapsulatedDocument C.24.2 Encapsulated Document
FileSetIdentification F.3.2.1 File-set Identification
DirectoryInformation F.3.2.2 Directory Information
`;

export interface ModuleSection {
  /** Number of the section in PS3.3, for example `C.7.1.1`. */
  readonly section: string;
  readonly title: string;
}

let sections: ReadonlyMap<string, ModuleSection> | undefined;

/** The section of PS3.3 that defines a module; undefined if it is not listed here. */
export function moduleSection(module: string): ModuleSection | undefined {
  sections ??= new Map(
    SECTIONS.trim()
      .split('\n')
      .map(line => {
        const [name = '', section = '', ...title] = line.split(' ');
        return [name, { section, title: title.join(' ') }] as const;
      }),
  );
  return sections.get(module);
}
